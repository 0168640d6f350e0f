package com.clinni.fallback.sms.smpp;

import static com.clinni.fallback.sms.gateway.SmsGatewayConformance.SMS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.sms.gateway.SmsReceipt.State;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes over the session is no SMPP, or SMPP gone wrong. */
class SmppNoiseTest {

    private static final int DELIVER_SM = 5;
    private static final String PRIVATE = "+34600000123 Le recordamos su cita";

    private final SmppBench bench = new SmppBench();
    private final Logger library = Logger.getLogger("org.jsmpp");
    private final Overheard log = new Overheard();

    /** Everything that is logged, as it would be written. */
    private static final class Overheard extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @BeforeEach
    void listen_to_the_log_at_the_services_own_level() {
        library.setLevel(Level.SEVERE);
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(log);
        bench.close();
    }

    static Stream<Arguments> noises() {
        var random = new byte[500];
        new Random(20_300_305).nextBytes(random);
        return Stream.of(
                Arguments.of("nothing but zeros", new byte[64]),
                Arguments.of("a page", "HTTP/1.1 200 OK\r\n\r\n<html>".getBytes(ISO_8859_1)),
                Arguments.of("random bytes", random),
                Arguments.of("a length below the header's own", pdu(4, DELIVER_SM, "")),
                Arguments.of("a length below zero", pdu(-1, DELIVER_SM, PRIVATE)),
                Arguments.of("the greatest length", pdu(Integer.MAX_VALUE, DELIVER_SM, PRIVATE)),
                Arguments.of("more than ever comes", pdu(60_000, DELIVER_SM, PRIVATE)),
                Arguments.of("a command nobody knows", whole(0xabc, PRIVATE)),
                Arguments.of("an answer nobody asked for", whole(0x80000004, "x\0")),
                Arguments.of("an SMS without an end", whole(DELIVER_SM, PRIVATE)),
                Arguments.of("an SMS cut in its text", whole(DELIVER_SM, cutInItsText())),
                Arguments.of("an SMS without anything", whole(DELIVER_SM, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noises")
    void neither_stops_what_is_sent_afterwards_nor_stands_in_the_log(String what, byte[] noise)
            throws Exception {
        try (var line = new NoisyProxy(bench.provider().port())) {
            var gateway =
                    bench.madeFor(
                            line.port(),
                            Map.of("enquire-every", "PT0.2S"),
                            Duration.ofMillis(1_500));
            assertThat(gateway.send(SMS)).isInstanceOf(Accepted.class);

            line.babble(noise);

            patiently().until(() -> gateway.send(SMS) instanceof Accepted);
            patiently()
                    .ignoreExceptions()
                    .untilAsserted(() -> bench.provider().tell("id:a stat:DELIVRD"));
            assertThat(bench.told.taken)
                    .isNotEmpty()
                    .allMatch(receipt -> receipt.state() == State.DELIVERED);
        }
        assertThat(log.lines).noneMatch(line -> line.contains("600000123"));
        assertThat(log.lines).noneMatch(line -> line.contains("recordamos"));
    }

    /** The library's threads may die of what they read, as long as others take their place. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(SmppBench.PATIENCE);
    }

    private static String cutInItsText() {
        return "\0\1\1"
                + "34600000123\0"
                + "\1\1Clinni\0"
                + "\0\0\0\0\0\0\0\0\0"
                + "\u00ff"
                + PRIVATE;
    }

    private static byte[] whole(int command, String body) {
        return pdu(16 + body.length(), command, body);
    }

    private static byte[] pdu(int length, int command, String body) {
        return ByteBuffer.allocate(16 + body.length())
                .putInt(length)
                .putInt(command)
                .putInt(0)
                .putInt(7)
                .put(body.getBytes(ISO_8859_1))
                .array();
    }
}
