/** What a clinic's month came to: how many reminders went which way, and what that costs. */
package com.clinni.appointments.report;
