package com.clinni.testbed.conformance;

import com.clinni.testbed.token.TestToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP answer of a server to one request on a connection of its own. */
record RawAnswer(int status, Map<String, String> headers, String body) {

    /** For a request that does not say what its body is. */
    static final String NO_MEDIA_TYPE = "";

    private static final int PATIENCE_MILLIS = 30_000;
    private static final String BEARER = TestToken.forEverything().bearer();

    /**
     * Sends a request as it is written: a client library would mend what is wrong with it.
     *
     * @param length what the request says of its body's length, whatever is sent
     */
    static RawAnswer to(URI base, String line, String mediaType, String body, long length) {
        var request =
                "%s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(
                                line,
                                base.getAuthority(),
                                BEARER,
                                typeHeader(mediaType),
                                length,
                                body);
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return read(
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError("No answer to " + line, e);
        }
    }

    private static String typeHeader(String mediaType) {
        return mediaType.equals(NO_MEDIA_TYPE) ? "" : "Content-Type: " + mediaType + "\r\n";
    }

    String contentType() {
        return headers.getOrDefault("content-type", "none").replaceFirst(";.*", "");
    }

    private static RawAnswer read(BufferedReader in) throws IOException {
        var status = in.readLine();
        if (status == null) {
            throw new IOException("The connection was closed without an answer.");
        }
        var headers = new TreeMap<String, String>();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = new StringBuilder();
        var most = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        for (int c; body.length() < most && (c = in.read()) >= 0; ) {
            body.append((char) c);
        }
        return new RawAnswer(Integer.parseInt(status.split(" ")[1]), headers, body.toString());
    }
}
