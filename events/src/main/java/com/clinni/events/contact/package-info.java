/** Checks of phone numbers and e-mail addresses that every service makes alike. */
@NullMarked
package com.clinni.events.contact;

import org.jspecify.annotations.NullMarked;
