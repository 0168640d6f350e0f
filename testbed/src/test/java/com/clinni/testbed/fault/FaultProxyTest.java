package com.clinni.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.run.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final int SOON = 5000;
    private static final int LONG_ENOUGH = 300;

    /** Of a block that is held: the system gives it to nobody else while nobody listens. */
    private static final int PORT = Ports.free().control();

    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket listener;
    private FaultProxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(SOON);
        proxy = new FaultProxy(PORT, listener.getLocalPort());
        client = reach();
        server = accepted();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void both_hear_each_other_and_that_the_other_has_ended() throws Exception {
        say(client, 'q');
        assertThat(heard(server)).isEqualTo('q');
        say(server, 'a');
        assertThat(heard(client)).isEqualTo('a');

        client.shutdownOutput();
        assertThat(heard(server)).isEqualTo(-1);
        say(server, 'b');
        assertThat(heard(client)).isEqualTo('b');
        server.close();
        assertThat(heard(client)).isEqualTo(-1);
        await().until(() -> proxy.openConnections() == 0);
    }

    @Test
    void latency_makes_everything_late() throws Exception {
        proxy.fault(new LinkFault.Latency(Duration.ofMillis(200), Duration.ofMillis(50)));
        var begun = System.nanoTime();

        say(client, 'q');
        assertThat(heard(server)).isEqualTo('q');
        say(server, 'a');
        assertThat(heard(client)).isEqualTo('a');

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void a_slow_link_takes_its_time_and_loses_nothing() throws Exception {
        proxy.fault(new LinkFault.Slow(1000));
        var begun = System.nanoTime();

        client.getOutputStream().write(new byte[500]);

        assertThat(server.getInputStream().readNBytes(500)).hasSize(500);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void on_a_half_open_link_nothing_passes_until_it_heals() throws Exception {
        proxy.fault(LinkFault.Plain.HALF_OPEN);
        say(client, 'q');
        say(server, 'a');
        var newcomer = reach();
        say(newcomer, 'n');

        hearsNothing(server);
        hearsNothing(client);
        hearsNothing(newcomer);

        proxy.heal();
        assertThat(heard(server)).isEqualTo('q');
        assertThat(heard(client)).isEqualTo('a');
        assertThat(heard(accepted())).isEqualTo('n');
    }

    @Test
    void a_link_cut_to_the_server_still_passes_what_that_says() throws Exception {
        proxy.fault(LinkFault.Plain.CUT_TO_SERVER);
        say(client, 'q');
        say(server, 'a');

        assertThat(heard(client)).isEqualTo('a');
        hearsNothing(server);

        proxy.heal();
        assertThat(heard(server)).isEqualTo('q');
    }

    @Test
    void a_link_cut_to_the_client_still_passes_what_that_says() throws Exception {
        proxy.fault(LinkFault.Plain.CUT_TO_CLIENT);
        say(client, 'q');
        say(server, 'a');

        assertThat(heard(server)).isEqualTo('q');
        hearsNothing(client);

        proxy.heal();
        assertThat(heard(client)).isEqualTo('a');
    }

    @Test
    void a_reset_link_breaks_open_connections_and_each_new_one() throws Exception {
        proxy.fault(LinkFault.Plain.RESET);

        isReset(client);
        isReset(server);
        isReset(reach());

        proxy.heal();
        passesAgain();
    }

    @Test
    void at_a_refusing_link_nobody_listens() throws Exception {
        proxy.fault(LinkFault.Plain.REFUSE);

        isReset(client);
        assertThatThrownBy(this::reach).isInstanceOf(ConnectException.class);

        proxy.heal();
        passesAgain();
    }

    @Test
    void a_server_that_is_away_looks_like_one_that_resets() throws Exception {
        listener.close();
        isReset(reach());
    }

    private void passesAgain() throws IOException {
        var fresh = reach();
        say(fresh, 'z');
        assertThat(heard(accepted())).isEqualTo('z');
    }

    private Socket reach() throws IOException {
        return known(new Socket(InetAddress.getLoopbackAddress(), proxy.port()));
    }

    private Socket accepted() throws IOException {
        return known(listener.accept());
    }

    private Socket known(Socket socket) throws IOException {
        sockets.add(socket);
        socket.setSoTimeout(SOON);
        return socket;
    }

    private static void say(Socket socket, char said) throws IOException {
        socket.getOutputStream().write(said);
    }

    private static int heard(Socket socket) throws IOException {
        return socket.getInputStream().read();
    }

    private static void hearsNothing(Socket socket) throws IOException {
        socket.setSoTimeout(LONG_ENOUGH);
        assertThatThrownBy(() -> heard(socket)).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(SOON);
    }

    private static void isReset(Socket socket) {
        assertThatThrownBy(() -> heard(socket))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }
}
