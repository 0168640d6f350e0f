package com.clinni.whatsapp.inbound;

import com.clinni.whatsapp.gateway.Written;
import java.time.Instant;

/**
 * What a webhook told us that somebody wrote.
 *
 * @param eventId the same for every delivery of the same webhook
 * @param at when it was written
 */
record Heard(String eventId, String line, Written written, Instant at) {}
