/** The words and identities of a reminder that every step of it shares. */
package com.clinni.appointments.reminder;
