package com.clinni.whatsapp.send;

import com.clinni.events.Cause;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was said about lines. */
final class RecordedObserver implements LineObserver {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    List<String> heard() {
        return heard;
    }

    @Override
    public void failed(String line, HealthSource source, Cause cause) {
        heard.add("failed " + line + " " + source + " " + cause);
    }

    @Override
    public void worked(String line, HealthSource source) {
        // the usual case
    }

    @Override
    public void recovered(String line, HealthSource source) {
        heard.add("recovered " + line + " " + source);
    }
}
