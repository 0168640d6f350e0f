package com.clinni.faultharness.mutant;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import com.clinni.testbed.run.Service;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A copy of the built tree for one defect. Modules that stay as they are come as links to what was
 * built; those to be changed are copied, and built again.
 */
record TreeCopy(Path tree, Set<String> modules) {

    private static final String POM = "pom.xml";

    /** What Maven itself is told: without it the checks of the compiler cannot run. */
    private static final String SETTINGS = ".mvn";

    /** Every service carries a copy of it. */
    private static final String PLATFORM = "platform";

    /** What the services are compiled against. */
    private static final List<String> NEEDED = List.of("events", "testbed", PLATFORM);

    static TreeCopy copy(Path root, Path tree, Set<String> changed) throws IOException {
        var from = root.toAbsolutePath();
        var modules = new TreeSet<>(changed);
        if (changed.contains(PLATFORM)) {
            Stream.of(Service.values()).map(Service::module).forEach(modules::add);
        }
        modules.addAll(NEEDED);
        Files.createDirectories(tree);
        Files.copy(from.resolve(POM), tree.resolve(POM));
        copyAll(from.resolve(SETTINGS), tree.resolve(SETTINGS));
        try (var all = Files.list(from)) {
            for (var module : all.filter(path -> Files.exists(path.resolve(POM))).toList()) {
                var to = Files.createDirectory(tree.resolve(module.getFileName()));
                if (modules.contains(module.getFileName().toString())) {
                    copyModule(module, to);
                } else {
                    Files.copy(module.resolve(POM), to.resolve(POM));
                    Files.createSymbolicLink(to.resolve("target"), module.resolve("target"));
                }
            }
        }
        return new TreeCopy(tree, modules);
    }

    /**
     * Without tests, as {@code make built} does. Files keep their times in the copy, so that only
     * what the defect touches is compiled.
     */
    void build(Path log) throws IOException, InterruptedException {
        var maven =
                new ProcessBuilder(
                                "mvn",
                                "-B",
                                "-ntp",
                                "-q",
                                "package",
                                "-Dmaven.test.skip=true",
                                "-Dmaven.jar.forceCreation=true",
                                "-Dmaven.compiler.useIncrementalCompilation=false",
                                "-pl",
                                String.join(",", modules))
                        .directory(tree.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(Redirect.from(new File("/dev/null")))
                        .redirectOutput(log.toFile())
                        .start();
        if (maven.waitFor() != 0) {
            throw new IllegalStateException("It does not compile; see " + log);
        }
    }

    /** Deletes a directory and all in it, but nothing that it links to. */
    static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void copyModule(Path module, Path to) throws IOException {
        for (var name : List.of(POM, "src", "target")) {
            copyAll(module.resolve(name), to.resolve(name));
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), COPY_ATTRIBUTES);
            }
        }
    }
}
