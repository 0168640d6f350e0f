/** Checks of phone numbers and e-mail addresses that every service makes alike. */
package com.clinni.events.contact;
