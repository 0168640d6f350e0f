/** What is remembered of the messages that other services ask for. */
package com.clinni.reminders.request;
