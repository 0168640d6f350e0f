package com.clinni.faultharness.run;

import com.clinni.testbed.run.Ports;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.nio.file.Path;

/** Short times for a run: minutes of a clinic become seconds, and the proportions stay. */
public final class ShortTimes {

    /** Sends under way in one process at once, as the services are told. */
    public static final int WHATSAPP_SLOTS = 4;

    static final int FALLBACK_SLOTS = 8;

    private ShortTimes() {}

    /** Options for a stage on free ports. */
    public static SystemOptions options(Path root, Path data) {
        var absolute = data.toAbsolutePath();
        return SystemOptions.of(root.toAbsolutePath().normalize(), absolute, Ports.free())
                .withAgent(absolute.resolve("faults"))
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_SLOTS", "" + WHATSAPP_SLOTS)
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_CALL_TIMEOUT", "3s")
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_SEND_INTERVAL", "50ms")
                .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_PROBE_EVERY", "2s")
                .with(Service.WHATSAPP, "WHATSAPP_MONITOR_EVERY", "1s")
                .with(Service.WHATSAPP, "DISPATCH_HANDOVER_EVERY", "1s")
                .with(Service.WHATSAPP, "DISPATCH_LEASE_MARGIN", "3s")
                .with(Service.WHATSAPP, "DOUBT_ABSENCE_AFTER", "5s")
                .with(Service.WHATSAPP, "DOUBT_LOOK_AGAIN_AFTER", "1s")
                .with(Service.WHATSAPP, "DOUBT_CLOSES_AFTER", "60s")
                .with(Service.FALLBACK, "FALLBACK_SLOTS", "" + FALLBACK_SLOTS)
                .with(Service.FALLBACK, "MAIL_CALL_LIMIT", "PT6S")
                .with(Service.FALLBACK, "SMS_CALL_LIMIT", "PT6S")
                .with(Service.FALLBACK, "FALLBACK_LEASE", "PT38S")
                .with(Service.FALLBACK, "FALLBACK_HAND_BACK_AFTER", "PT3S")
                .with(Service.FALLBACK, "FALLBACK_DOUBT_PAUSE", "PT2S")
                .with(Service.FALLBACK, "FALLBACK_DOUBT_LASTS", "PT1M");
    }
}
