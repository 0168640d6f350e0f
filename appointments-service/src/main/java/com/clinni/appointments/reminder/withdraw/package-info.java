/** Withdrawing: a visit was moved or cancelled, or a person sent its reminder by hand. */
package com.clinni.appointments.reminder.withdraw;
