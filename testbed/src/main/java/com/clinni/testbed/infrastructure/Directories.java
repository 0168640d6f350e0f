package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Operations on whole directories. */
final class Directories {

    private Directories() {}

    /** Deletes a directory and all in it; one that is not there is deleted already. */
    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everybody enter a directory and those in it. */
    static void openToAll(Path directory) throws IOException {
        var open = PosixFilePermissions.fromString("rwxr-xr-x");
        try (var paths = Files.walk(directory)) {
            for (var path : paths.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, open);
            }
        }
    }
}
