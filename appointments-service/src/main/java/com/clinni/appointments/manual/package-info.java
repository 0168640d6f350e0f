/** Sending by hand: a link that opens WhatsApp at the clinic with the reminder's text in it. */
package com.clinni.appointments.manual;
