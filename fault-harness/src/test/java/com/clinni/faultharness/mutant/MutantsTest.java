package com.clinni.faultharness.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutantsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @EnumSource
    void every_defect_can_be_put_into_the_tree_and_says_what_it_is(Mutant mutant)
            throws IOException, InterruptedException {
        var patch = mutant.patch(ROOT);

        assertThat(patch.fits(ROOT)).as("fits").isTrue();
        assertThat(patch.sentence()).endsWith(".");
        assertThat(patch.modules()).isNotEmpty();
    }

    @Test
    void every_patch_is_a_defect_of_the_list() throws IOException {
        try (var patches = Files.list(Patch.directory(ROOT))) {
            assertThat(patches.map(patch -> patch.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Mutant.values())
                                    .map(mutant -> mutant.defect() + ".patch")
                                    .toList());
        }
    }

    @Test
    void all_are_tried_unless_some_are_named() {
        assertThat(Mutant.named(Optional.empty())).containsExactly(Mutant.values());
        assertThat(Mutant.named(Optional.of("acks-one,redelivery-reopens")))
                .containsExactly(Mutant.ACKS_ONE, Mutant.REDELIVERY_REOPENS);
        assertThatThrownBy(() -> Mutant.named(Optional.of("acks-two")))
                .hasMessageContaining("acks-one");
    }
}
