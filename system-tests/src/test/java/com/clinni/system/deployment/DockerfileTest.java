package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Dockerfile's build stage has all that Maven asks for, and builds what the images take. */
class DockerfileTest {

    private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
    private static final Pattern TAKEN = Pattern.compile("--from=build /src/([a-z-]+)/");
    private static final Pattern BUILT = Pattern.compile(" -pl ([a-z,-]+)");

    private final String dockerfile = ProjectFiles.read("Dockerfile");

    /** Maven reads every module that the parent names, of those too that it does not build. */
    @Test
    void every_module_is_there_for_the_build() {
        var copied = dockerfile.lines().filter(line -> line.startsWith("COPY ")).toList();

        assertThat(MODULE.matcher(ProjectFiles.read("pom.xml")).results().map(it -> it.group(1)))
                .isNotEmpty()
                .allMatch(
                        module ->
                                copied.contains("COPY %1$s %1$s".formatted(module))
                                        || copied.contains(
                                                "COPY %1$s/pom.xml %1$s/".formatted(module)));
    }

    @Test
    void what_images_take_is_built() {
        var built = BUILT.matcher(dockerfile);
        assertThat(built.find()).isTrue();

        assertThat(TAKEN.matcher(dockerfile).results().map(it -> it.group(1)))
                .contains("identity")
                .allMatch(module -> (built.group(1) + ",").contains(module + ","));
    }
}
