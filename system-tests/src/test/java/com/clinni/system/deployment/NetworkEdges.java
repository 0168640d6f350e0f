package com.clinni.system.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Connections that network policies leave open, evaluated as Kubernetes describes it: a pod that no
 * policy selects for a direction is open in it; one that is selected is closed but for what some
 * policy allows. Both ends must be open. TCP only, and address ranges only as single addresses.
 */
record NetworkEdges(List<NetworkPolicy> policies) {

    boolean isOpen(Endpoint from, Endpoint to, int port) {
        return leaves(from, to, port) && enters(from, to, port);
    }

    boolean leaves(Endpoint from, Endpoint to, int port) {
        return isOpen(
                "Egress",
                from,
                policy ->
                        policy.getSpec().getEgress().stream()
                                .anyMatch(
                                        rule ->
                                                meets(rule.getTo(), to)
                                                        && meets(rule.getPorts(), to, port)));
    }

    boolean enters(Endpoint from, Endpoint to, int port) {
        return isOpen(
                "Ingress",
                to,
                policy ->
                        policy.getSpec().getIngress().stream()
                                .anyMatch(
                                        rule ->
                                                meets(rule.getFrom(), from)
                                                        && meets(rule.getPorts(), to, port)));
    }

    private boolean isOpen(String direction, Endpoint end, Predicate<NetworkPolicy> allows) {
        var selecting =
                policies.stream()
                        .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                        .filter(_ -> end.isHere())
                        .filter(policy -> matches(policy.getSpec().getPodSelector(), end.labels()))
                        .toList();
        return selecting.isEmpty() || selecting.stream().anyMatch(allows);
    }

    private static boolean meets(List<NetworkPolicyPeer> peers, Endpoint end) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> meets(peer, end));
    }

    private static boolean meets(NetworkPolicyPeer peer, Endpoint end) {
        if (peer.getIpBlock() != null) {
            return peer.getIpBlock().getCidr().equals(end.address() + "/32");
        }
        var namespace =
                peer.getNamespaceSelector() == null
                        ? end.isHere()
                        : !end.isOutside()
                                && matches(peer.getNamespaceSelector(), end.namespaceLabels());
        return namespace
                && (peer.getPodSelector() == null || matches(peer.getPodSelector(), end.labels()));
    }

    private static boolean meets(List<NetworkPolicyPort> ports, Endpoint to, int port) {
        return ports.isEmpty()
                || ports.stream()
                        .filter(
                                each ->
                                        each.getProtocol() == null
                                                || each.getProtocol().equals("TCP"))
                        .anyMatch(each -> number(each.getPort(), to) == port);
    }

    private static int number(IntOrString port, Endpoint to) {
        return port.getIntVal() != null
                ? port.getIntVal()
                : to.ports().getOrDefault(port.getStrVal(), 0);
    }

    private static boolean matches(LabelSelector selector, Map<String, String> labels) {
        var named = selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
        return labels.entrySet().containsAll(named.entrySet())
                && selector.getMatchExpressions().stream().allMatch(each -> matches(each, labels));
    }

    private static boolean matches(
            LabelSelectorRequirement requirement, Map<String, String> labels) {
        if (!requirement.getOperator().equals("In")) {
            throw new IllegalArgumentException(
                    requirement.getOperator() + " is not evaluated here: add it");
        }
        return requirement.getValues().contains(labels.getOrDefault(requirement.getKey(), ""));
    }
}
