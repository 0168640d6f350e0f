/** When lines of WhatsApp could not send, as whatsapp-dispatcher told. */
package com.clinni.appointments.outage;
