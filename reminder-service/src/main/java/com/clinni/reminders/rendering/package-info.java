/** Due reminders become messages: read, addressed, localised, rendered, published. */
package com.clinni.reminders.rendering;
