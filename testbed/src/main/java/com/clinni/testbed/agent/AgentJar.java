package com.clinni.testbed.agent;

import com.clinni.testbed.run.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The agent as a jar of its own, so that nothing else of the testbed gets into a service. */
public final class AgentJar {

    private AgentJar() {}

    public static void writeTo(Path jar) {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", FaultAgent.class.getName());
        try {
            Files.createDirectories(jar.getParent());
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                var origin = Path.of(location());
                if (Files.isDirectory(origin)) {
                    add(origin, out);
                } else {
                    var zip = URI.create("jar:" + origin.toUri());
                    try (var inside = FileSystems.newFileSystem(zip, Map.of())) {
                        add(inside.getPath("/"), out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI location() {
        try {
            return FaultAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Path root, JarOutputStream out) throws IOException {
        var service = Service.class.getName().replace('.', '/') + ".class";
        add(root, root.resolve(service), out);
        var agent = root.resolve(FaultAgent.class.getPackageName().replace('.', '/'));
        try (var files = Files.list(agent)) {
            for (var file : files.toList()) {
                add(root, file, out);
            }
        }
    }

    private static void add(Path root, Path file, JarOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
    }
}
