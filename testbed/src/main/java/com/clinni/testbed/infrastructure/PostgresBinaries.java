package com.clinni.testbed.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from a Maven jar into a directory of their own. */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** Unpacks once; the directory appears whole or not at all, whoever else unpacks beside us. */
    static Path unpackTo(Path directory) throws IOException {
        if (!Files.isExecutable(directory.resolve("bin/postgres"))) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            var unfinished =
                    Files.createTempDirectory(
                            directory.toAbsolutePath().getParent(), "unpacking-postgres-");
            unpack(unfinished);
            Directories.openToAll(unfinished);
            try {
                Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                Directories.delete(unfinished);
            }
        }
        return directory.resolve("bin");
    }

    private static void unpack(Path target) throws IOException {
        var name = archiveName();
        try (var packed = PostgresBinaries.class.getClassLoader().getResourceAsStream(name)) {
            if (packed == null) {
                throw new IllegalStateException(
                        "No PostgreSQL for this kind of machine ("
                                + name
                                + ") is on the class path.");
            }
            var archive =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                write(archive, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path target)
            throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The PostgreSQL archive reaches outside its directory.");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, path);
        var executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String archiveName() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            case String other -> "postgres-linux-" + other + ".txz";
        };
    }
}
