package com.clinni.whatsapp.gateway.waha;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Gateways that break off, drip, never end: the call ends in time, and the request is made once.
 */
@Timeout(20)
class BrokenGatewayTest {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(1);

    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;

    /** What a server does with a connection whose request it has read. */
    private interface Answer {
        void to(Socket connection) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_reset_after_the_body_was_read_is_in_doubt_and_the_server_saw_one_request() {
        var outcome =
                sendTo(
                        connection -> {
                            connection.setSoLinger(true, 0);
                            connection.close();
                        });

        assertThat(outcome).isEqualTo(new InDoubt("broken-off"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void a_reused_connection_that_is_reset_is_not_tried_again_either() {
        var outcome =
                sendTo(
                        connection -> {
                            write(connection, "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");
                            readRequest(connection.getInputStream());
                            requests.incrementAndGet();
                            connection.setSoLinger(true, 0);
                            connection.close();
                        },
                        2);

        assertThat(outcome).isEqualTo(new InDoubt("broken-off"));
        assertThat(requests).hasValue(2);
    }

    @Test
    void a_redirect_is_not_followed() {
        var outcome =
                sendTo(
                        c ->
                                write(
                                        c,
                                        "HTTP/1.1 307 Go\r\n"
                                                + "Location: /api/sendText\r\n"
                                                + "Content-Length: 0\r\n\r\n"));

        assertThat(outcome).isEqualTo(new InDoubt("status-307"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void an_answer_that_drips_is_cut_at_the_call_time_out() {
        var outcome =
                sendTo(
                        connection -> {
                            write(
                                    connection,
                                    "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n");
                            for (var i = 0; i < 100; i++) {
                                write(connection, " ");
                                Thread.sleep(100);
                            }
                        });

        assertThat(outcome).isEqualTo(new InDoubt("timed-out"));
    }

    @Test
    void an_answer_that_never_ends_is_cut_at_64_kib() {
        var outcome =
                sendTo(
                        connection -> {
                            write(
                                    connection,
                                    "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n");
                            for (var i = 0; i < 100_000; i++) {
                                write(connection, "400\r\n" + "x".repeat(0x400) + "\r\n");
                            }
                        });

        assertThat(outcome).isEqualTo(new InDoubt("broken-off"));
    }

    @Test
    void a_name_that_does_not_exist_and_a_refused_port_are_not_sent() throws IOException {
        var port = server.getLocalPort();
        server.close();

        assertThat(send(URI.create("http://127.0.0.1:" + port), 1))
                .isEqualTo(new NotSent(NotSentReason.GATEWAY_UNREACHABLE));
        assertThat(send(URI.create("http://no-such-host.invalid:80"), 1))
                .isEqualTo(new NotSent(NotSentReason.GATEWAY_UNREACHABLE));
    }

    @Test
    void a_failed_tls_handshake_is_not_sent() {
        serve(BrokenGatewayTest::readClientHelloAndClose, false);

        assertThat(send(URI.create("https://127.0.0.1:" + server.getLocalPort()), 1))
                .isEqualTo(new NotSent(NotSentReason.GATEWAY_UNREACHABLE));
    }

    private SendOutcome sendTo(Answer answer) {
        return sendTo(answer, 1);
    }

    private SendOutcome sendTo(Answer answer, int times) {
        serve(answer, true);
        return send(URI.create("http://127.0.0.1:" + server.getLocalPort()), times);
    }

    private static SendOutcome send(URI url, int times) {
        var settings =
                new WahaSettings(url, "default", "key", CALL_TIMEOUT, Duration.ofMillis(500));
        try (var gateway = new WahaGateway(settings, Clock.systemUTC())) {
            SendOutcome last = null;
            for (var i = 0; i < times; i++) {
                last =
                        gateway.send(
                                new ChatId("34600000123@c.us"),
                                "hola",
                                new ClientMessageId("3EB0AABBCC"),
                                () -> true);
            }
            return last;
        }
    }

    private void serve(Answer answer, boolean readFirst) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!server.isClosed()) {
                                try (var connection = server.accept()) {
                                    if (readFirst) {
                                        readRequest(connection.getInputStream());
                                    }
                                    requests.incrementAndGet();
                                    answer.to(connection);
                                } catch (IOException e) {
                                    // the client went away, or the test is over
                                } catch (InterruptedException e) {
                                    return;
                                }
                            }
                        });
    }

    private static void readRequest(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        var length = head.toString().toLowerCase().split("content-length: ")[1].split("\r\n")[0];
        in.readNBytes(Integer.parseInt(length));
    }

    /** Closing a connection with bytes unread resets it, which may also happen after a request. */
    private static void readClientHelloAndClose(Socket connection) throws IOException {
        var in = new DataInputStream(connection.getInputStream());
        in.skipNBytes(3);
        in.skipNBytes(in.readUnsignedShort());
        connection.close();
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(ISO_8859_1));
        connection.getOutputStream().flush();
    }
}
