package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied is known to a cluster: no field is misspelt, no kind is unknown. */
class ManifestFieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"k8s/base", "k8s/overlays/local"})
    void every_field_of_the_rendered_manifests_is_known(String directory) {
        var manifests = Manifests.rendered(directory);

        assertThat(manifests.objects()).hasSizeGreaterThan(20);
        assertThat(UnknownFields.in(manifests)).isEmpty();
    }

    @Test
    void a_misspelt_field_is_found_with_its_place() {
        var manifests =
                Manifests.read(
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: sample
                        spec:
                          template:
                            spec:
                              terminationGracePeriod: 120
                              containers:
                                - name: service
                                  resources:
                                    limit:
                                      memory: 768Mi
                        """);

        assertThat(UnknownFields.in(manifests))
                .containsExactlyInAnyOrder(
                        "Deployment sample.Spec.Template.Spec.terminationGracePeriod",
                        "Deployment sample.Spec.Template.Spec.Containers[0].Resources.limit");
    }

    @Test
    void a_kind_that_nobody_looks_at_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Manifests.read(
                                        """
                                        apiVersion: networking.k8s.io/v1
                                        kind: NetworkPolicies
                                        metadata:
                                          name: sample
                                        """))
                .withMessageContaining("networking.k8s.io/v1/NetworkPolicies");
    }
}
