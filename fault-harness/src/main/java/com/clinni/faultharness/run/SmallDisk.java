package com.clinni.faultharness.run;

import com.clinni.testbed.run.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A file system of a few hundred megabytes under a server's directory, which can be filled to its
 * last byte and freed again. Closing it puts everything back where it was.
 */
public final class SmallDisk implements AutoCloseable {

    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final int MEGABYTE = 1 << 20;

    private final LocalProcess process;
    private final Path directory;
    private final Path mount;

    private SmallDisk(LocalProcess process, Path directory) {
        this.process = process;
        this.directory = directory;
        this.mount = directory.resolveSibling(directory.getFileName() + "-on-a-small-disk");
    }

    /**
     * Moves the directory of a server that is restarted for it.
     *
     * @throws InconclusiveRun where nothing may be mounted
     */
    public static SmallDisk under(LocalProcess process, Path directory, int megabytes) {
        if (!Files.isDirectory(directory)) {
            throw new InconclusiveRun(
                    process.name() + " keeps its files where this does not reach them");
        }
        var disk = new SmallDisk(process, directory);
        try {
            Files.createDirectories(disk.mount);
        } catch (IOException e) {
            throw new InconclusiveRun("needs a size-limited file system: " + e.getMessage());
        }
        var size = "size=" + megabytes + "m,mode=0755";
        if (!run("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk.mount.toString())) {
            throw new InconclusiveRun("needs a size-limited file system, and may not mount one");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount));
        disk.move(disk.directory, disk.mount.resolve("files"), true);
        return disk;
    }

    /** Leaves not one byte. */
    public void fill() throws IOException {
        var megabyte = new byte[MEGABYTE];
        try (var out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException e) {
            if (mount.toFile().getUsableSpace() > MEGABYTE) {
                throw e;
            }
        }
    }

    public void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    @Override
    public void close() throws IOException {
        free();
        move(mount.resolve("files"), directory, false);
        unmount();
        Files.deleteIfExists(mount);
    }

    /** A link stands where the directory was while its files are elsewhere. */
    private void move(Path from, Path to, boolean leavingALink) {
        process.stop(TO_END);
        var link = "ln -s '" + to + "' '" + from + "'";
        var moved = "rm -f '" + to + "'; cp -a '" + from + "' '" + to + "' && rm -r '" + from + "'";
        if (!run("sh", "-c", leavingALink ? moved + " && " + link : moved)) {
            throw new IllegalStateException("files of " + process.name() + " could not be moved");
        }
        process.start();
    }

    private void unmount() {
        run("umount", "-l", mount.toString());
    }

    private Path ballast() {
        return mount.resolve("ballast");
    }

    private static boolean run(String... command) {
        try {
            var process =
                    new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
