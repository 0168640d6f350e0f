package com.clinni.fallback.fallback;

import com.clinni.events.MessageReady;

/**
 * A committed intent to send, and for how long it is ours.
 *
 * @param sender the name the clinic had registered for its SMS at that moment, or null
 */
record Intent(Message message, MessageReady ready, String sender, Lease lease) {}
