/**
 * Sending by hand: a link that opens WhatsApp at the clinic with the reminder's text in it, and a
 * page of the day that has it for every patient.
 */
package com.clinni.appointments.manual;
