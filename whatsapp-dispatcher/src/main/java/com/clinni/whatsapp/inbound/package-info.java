/** Webhooks: messages that people write to a line, receipts, and session changes. */
package com.clinni.whatsapp.inbound;
