/** The requests of other services, remembered so that a repeated one is recognised. */
package com.clinni.reminders.request;
