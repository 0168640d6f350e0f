package com.clinni.fallback.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.fallback.sms.Settings;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SmppLinkTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger tries = new AtomicInteger();
    private final SmppLink link =
            new SmppLink(
                    Settings.sms(Map.of("smpp.longest-pause", "PT4S")).smpp(),
                    Duration.ofSeconds(1),
                    (host, port) -> {
                        tries.incrementAndGet();
                        throw new ConnectException();
                    },
                    null,
                    nanos::get);

    @Test
    void pauses_between_binds_grow_to_a_limit_and_nothing_is_tried_in_them() {
        for (var pause : new int[] {1, 2, 4, 4}) {
            link.state();
            var tried = tries.get();
            nanos.addAndGet(Duration.ofSeconds(pause).toNanos() - 1);
            link.state();
            assertThat(tries).hasValue(tried);
            nanos.incrementAndGet();
        }
        link.state();
        assertThat(tries).hasValue(5);
    }

    @Test
    void once_closed_it_stays_so() {
        link.close();

        assertThat(link.state()).isInstanceOf(SmppLink.State.Down.class);
        assertThat(tries).hasValue(0);
    }
}
