/** Sweeping: due reminders that nobody works on are found and repaired. */
package com.clinni.appointments.reminder.sweep;
