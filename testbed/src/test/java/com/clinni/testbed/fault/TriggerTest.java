package com.clinni.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriggerTest {

    private static final String SEND =
            "POST /send HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789";
    private static final String OTHER = "POST /other HTTP/1.1\r\ncontent-length: 3\r\n\r\nabc";

    private final Trigger half = new Trigger();
    private final Trigger whole = new Trigger();
    private final Trigger mail = new Trigger();
    private final AtomicInteger fired = new AtomicInteger();
    private ServerSocket listener;
    private FaultProxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(5000);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        proxy.close();
        listener.close();
    }

    @Test
    void half_of_the_second_body_passes_and_no_more() throws Exception {
        connect(Trigger.inRequests("POST /send", half, whole));
        half.arm(2, fired::incrementAndGet);

        say(SEND + OTHER);
        assertThat(heard((SEND + OTHER).length())).isEqualTo(SEND + OTHER);
        assertThat(half.hasFired()).isFalse();
        say(SEND);

        var arrived = SEND.substring(0, SEND.length() - 5);
        assertThat(heard(arrived.length())).isEqualTo(arrived);
        bothAreReset();
        assertThat(half.hasFired()).isTrue();
        assertThat(fired).hasValue(1);
    }

    @Test
    void a_whole_body_passes_and_its_answer_does_not() throws Exception {
        connect(Trigger.inRequests("POST /send", half, whole));
        whole.arm(1, fired::incrementAndGet);

        say(SEND);
        assertThat(heard(SEND.length())).isEqualTo(SEND);
        assertThat(fired).hasValue(0);
        server.getOutputStream().write("HTTP/1.1 201 Created\r\n\r\n".getBytes());

        bothAreReset();
        assertThat(fired).hasValue(1);
    }

    @Test
    void the_answer_to_the_dot_that_ends_a_mail_does_not_arrive() throws Exception {
        connect(Trigger.afterMails(mail));
        mail.arm(1, fired::incrementAndGet);

        say("DATA\r\n");
        heard(6);
        server.getOutputStream().write("354 go\r\n".getBytes());
        client.getInputStream().readNBytes(8);
        say("Subject: x\r\n\r\n..not the end\r\n\r");
        say("\n");
        say(".\r\n");
        heard(34);
        server.getOutputStream().write("250 ok\r\n".getBytes());

        bothAreReset();
        assertThat(mail.hasFired()).isTrue();
    }

    private void connect(Supplier<Inspector> inspectors) throws IOException {
        proxy = new FaultProxy(0, listener.getLocalPort(), inspectors);
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(5000);
        server = listener.accept();
        server.setSoTimeout(5000);
    }

    private void say(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String heard(int length) throws IOException {
        return new String(server.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private void bothAreReset() {
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> server.getInputStream().read())
                .isInstanceOf(SocketException.class);
    }
}
