/** Texts with variables, and nothing in them that could do more than be read. */
package com.clinni.reminders.template;
