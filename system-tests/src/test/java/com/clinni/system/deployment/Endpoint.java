package com.clinni.system.deployment;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.HashMap;
import java.util.Map;

/**
 * One end of a connection: a pod of some namespace, or an address outside the cluster.
 *
 * @param namespace the empty word is where the manifests are applied
 * @param ports its named ones
 */
record Endpoint(
        String name,
        String namespace,
        Map<String, String> namespaceLabels,
        Map<String, String> labels,
        Map<String, Integer> ports,
        String address) {

    private static final String HERE = "";
    private static final String NONE = "none";

    static Endpoint pod(String name, Map<String, String> labels) {
        return new Endpoint(name, HERE, Map.of(), labels, Map.of(), NONE);
    }

    static Endpoint pod(String name, PodTemplateSpec template) {
        var ports = new HashMap<String, Integer>();
        template.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> port.getName() != null)
                .forEach(
                        (ContainerPort port) -> ports.put(port.getName(), port.getContainerPort()));
        return new Endpoint(name, HERE, Map.of(), template.getMetadata().getLabels(), ports, NONE);
    }

    static Endpoint elsewhere(
            String name, Map<String, String> namespaceLabels, Map<String, String> labels) {
        return new Endpoint(name, "elsewhere", namespaceLabels, labels, Map.of(), NONE);
    }

    static Endpoint outside(String address) {
        return new Endpoint(address, NONE, Map.of(), Map.of(), Map.of(), address);
    }

    boolean isHere() {
        return namespace.equals(HERE);
    }

    boolean isOutside() {
        return !address.equals(NONE);
    }

    @Override
    public String toString() {
        return name;
    }
}
