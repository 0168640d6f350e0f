package com.clinni.testbed.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory in which one local system keeps everything it must find again at its next start.
 */
record DataDirectory(Path path) {

    private static final FileAttribute<?> OWNERS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Made for its owner only where it is new: patients' data is in it. */
    static DataDirectory at(Path path) {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path, OWNERS_ONLY);
            }
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory %s cannot be written to: choose another by DATA=dir."
                            .formatted(path));
        }
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    /**
     * Makes this directory ours until the channel is closed or this process ends, however it does.
     */
    FileChannel claim() {
        try {
            var lock =
                    FileChannel.open(
                            path.resolve("run.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() != null) {
                return lock;
            }
            lock.close();
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory %s cannot be locked: choose another by DATA=dir."
                            .formatted(path));
        } catch (OverlappingFileLockException e) {
            // said below
        }
        throw new StartFailure(
                "A system is running on %s already: stop it, or choose another directory by DATA=dir."
                        .formatted(path));
    }

    Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    /** What a service that runs from its sources is told by its environment, for a shell. */
    Path environment(Service service) {
        return path.resolve(service.module() + ".env");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path programs() {
        return path.resolve("programs");
    }

    /** A jar of its own: the one it is made from may be built anew while the services run. */
    Path agent() {
        return programs().resolve("fault-agent.jar");
    }

    Path simulators() {
        return path.resolve("simulators");
    }

    /**
     * The identity provider's key, and {@code people.json} where others than the demo people are
     * wanted.
     */
    Path identity() {
        return path.resolve("identity");
    }

    Path runFile() {
        return path.resolve("run.json");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }
}
