/** What the service needs to stand: its clock, and the checks before it does anything. */
package com.clinni.reminders.start;
