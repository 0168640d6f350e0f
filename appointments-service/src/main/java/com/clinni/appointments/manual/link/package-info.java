/** The link that opens WhatsApp with the reminder's text in it. */
package com.clinni.appointments.manual.link;
