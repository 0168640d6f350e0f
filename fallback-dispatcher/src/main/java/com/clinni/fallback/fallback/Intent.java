package com.clinni.fallback.fallback;

import com.clinni.events.MessageReady;

/** A committed intent to send, and for how long it is ours. */
record Intent(Message message, MessageReady ready, Lease lease) {}
