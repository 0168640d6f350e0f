package com.clinni.events.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record's headers as one byte array, to be kept in a table and put back unchanged: order,
 * repeated names and absent values included.
 */
public final class StoredHeaders {

    private static final int NULL = -1;

    /** Two bytes hold every length that anybody chose; a broker takes names of any length. */
    private static final int LONG_NAME = 0xFFFF;

    private StoredHeaders() {}

    /** One byte array for all of them. */
    public static byte[] pack(Headers headers) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var header : headers) {
                writeName(out, header.key());
                var value = header.value();
                out.writeInt(value == null ? NULL : value.length);
                if (value != null) {
                    out.write(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("headers cannot be packed", e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #pack} was given. */
    public static Headers unpack(byte[] packed) {
        var headers = new RecordHeaders();
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            while (in.available() > 0) {
                var name = readName(in);
                var length = in.readInt();
                headers.add(name, length == NULL ? null : in.readNBytes(length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("headers cannot be unpacked", e);
        }
        return headers;
    }

    private static void writeName(DataOutputStream out, String name) throws IOException {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LONG_NAME) {
            out.writeShort(bytes.length);
        } else {
            out.writeShort(LONG_NAME);
            out.writeInt(bytes.length);
        }
        out.write(bytes);
    }

    private static String readName(DataInputStream in) throws IOException {
        var length = in.readUnsignedShort();
        var bytes = in.readNBytes(length == LONG_NAME ? in.readInt() : length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
