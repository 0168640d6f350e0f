package com.clinni.whatsapp.send;

import com.clinni.events.Cause;
import com.clinni.whatsapp.line.health.LineObserver;
import com.clinni.whatsapp.line.health.Sensor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was said about lines. */
final class RecordedObserver implements LineObserver {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    List<String> heard() {
        return heard;
    }

    @Override
    public void failed(String line, Sensor sensor, Cause cause) {
        heard.add("failed " + line + " " + sensor + " " + cause);
    }

    @Override
    public void worked(String line, Sensor sensor) {
        // the usual case
    }

    @Override
    public void recovered(String line, Sensor sensor) {
        heard.add("recovered " + line + " " + sensor);
    }
}
