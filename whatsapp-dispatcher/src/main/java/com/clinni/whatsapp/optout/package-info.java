/** Numbers that want to hear nothing any more: told by their owners, taken back by clinics. */
package com.clinni.whatsapp.optout;
