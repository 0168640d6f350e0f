/** Outages of WhatsApp lines, as whatsapp-dispatcher reports them. */
package com.clinni.appointments.outage;
