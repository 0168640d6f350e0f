/** Sending: a message is claimed, sent and settled; one that cannot be sent is handed over. */
package com.clinni.whatsapp.send;
