/** What must be asked at the gateway before a message may be claimed. */
package com.clinni.whatsapp.prepare;
