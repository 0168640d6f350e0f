package com.clinni.faultharness.load;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file with one line of JSON for each reminder that became due or was withdrawn; the last line
 * about a reminder counts.
 */
final class DueFile implements AutoCloseable {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private final BufferedWriter out;

    DueFile(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, wholeLines(path));
            out = Files.newBufferedWriter(path, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RecordedReminder> read(Path path) {
        try {
            return wholeLines(path).lines().map(DueFile::due).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A last line cut short was never relied on. */
    private static String wholeLines(Path path) throws IOException {
        var text = Files.exists(path) ? Files.readString(path) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    synchronized void append(RecordedReminder due) {
        try {
            out.write(JSON.writeValueAsString(due));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedReminder due(String line) {
        try {
            return JSON.readValue(line, RecordedReminder.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
