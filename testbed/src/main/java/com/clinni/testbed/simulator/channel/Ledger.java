package com.clinni.testbed.simulator.channel;

import com.clinni.testbed.simulator.http.Json;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of received messages, oldest first: a file with one line of JSON each, on the disk
 * before anybody is told, so that it survives the end of the simulator.
 */
public final class Ledger<T> implements AutoCloseable {

    private final List<T> entries = new ArrayList<>();

    /** A stream, not a channel: a channel is closed for good when its thread is interrupted. */
    private final FileOutputStream file;

    public Ledger(Path path, Class<T> type) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                cut(path, readWhole(path, type));
            }
            file = new FileOutputStream(path.toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void append(T entry) {
        var json = Json.write(entry);
        var line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        try {
            file.write(line);
            file.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.add(entry);
    }

    public synchronized List<T> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The length of what is whole: a last line cut short by a crash was never acknowledged. */
    private long readWhole(Path path, Class<T> type) throws IOException {
        var content = Files.readString(path);
        var whole = content.substring(0, content.lastIndexOf('\n') + 1);
        for (var line : whole.lines().toList()) {
            entries.add(Json.MAPPER.readValue(line, type));
        }
        return whole.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void cut(Path path, long length) throws IOException {
        try (var writable = new RandomAccessFile(path.toFile(), "rw")) {
            writable.setLength(length);
        }
    }
}
