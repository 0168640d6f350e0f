/** Planning: when a visit's reminders are due, and planning anew when its clinic changes. */
package com.clinni.appointments.reminder.plan;
