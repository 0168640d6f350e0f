/** Intervals in which a line could not send. */
package com.clinni.whatsapp.line.outage;
