/** "I sent it": what a person says of a link, and what follows. */
package com.clinni.appointments.manual.sent;
