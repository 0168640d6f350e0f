package com.clinni.system.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * Objects of a kustomization as kubectl renders it, in the typed models of their kinds. A kind that
 * is not listed here is an error: nobody would look at its fields.
 */
record Manifests(List<HasMetadata> objects) {

    private static final Map<String, Class<? extends HasMetadata>> KINDS =
            Map.of(
                    "v1/Namespace", Namespace.class,
                    "v1/ConfigMap", ConfigMap.class,
                    "v1/Service", Service.class,
                    "v1/ServiceAccount", ServiceAccount.class,
                    "apps/v1/Deployment", Deployment.class,
                    "apps/v1/StatefulSet", StatefulSet.class,
                    "batch/v1/Job", Job.class,
                    "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Renders a directory of the project; where there is no kubectl, the test is left out. */
    static Manifests rendered(String directory) {
        try {
            var process =
                    new ProcessBuilder("kubectl", "kustomize", directory)
                            .directory(ProjectFiles.ROOT.toFile())
                            .redirectErrorStream(true)
                            .start();
            var text = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(directory + " does not render: " + text);
            }
            return read(text);
        } catch (IOException e) {
            assumeTrue(false, "there is no kubectl that could render " + directory);
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Manifests read(String documents) {
        return new Manifests(
                StreamSupport.stream(new Yaml().loadAll(documents).spliterator(), false)
                        .map(document -> typed((Map<?, ?>) document))
                        .toList());
    }

    private static HasMetadata typed(Map<?, ?> document) {
        var kind = document.get("apiVersion") + "/" + document.get("kind");
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException(kind + " is no kind that is looked at");
        }
        return MAPPER.convertValue(document, type);
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Map<String, PodTemplateSpec> pods() {
        var pods = new LinkedHashMap<String, PodTemplateSpec>();
        for (var each : all(Deployment.class)) {
            pods.put(each.getMetadata().getName(), each.getSpec().getTemplate());
        }
        for (var each : all(StatefulSet.class)) {
            pods.put(each.getMetadata().getName(), each.getSpec().getTemplate());
        }
        return pods;
    }

    PodTemplateSpec pod(String name) {
        return pods().get(name);
    }

    /** Those that run before a pod's others, too. */
    List<Container> containers() {
        return pods().values().stream()
                .flatMap(
                        pod ->
                                Stream.concat(
                                        pod.getSpec().getInitContainers().stream(),
                                        pod.getSpec().getContainers().stream()))
                .toList();
    }

    /** A generated one, whatever its name ends in. */
    Map<String, String> configuration(String name) {
        return all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().matches(name + "-[a-z0-9]{10}"))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    List<String> images() {
        return new ArrayList<>(containers().stream().map(Container::getImage).distinct().toList());
    }
}
