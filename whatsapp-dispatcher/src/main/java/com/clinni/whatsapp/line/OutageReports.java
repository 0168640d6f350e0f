package com.clinni.whatsapp.line;

import com.clinni.events.OutageChanged;

/** Hears of each outage that begins or ends, in the transaction that writes it down. */
public interface OutageReports {

    void add(OutageChanged outage);
}
