/** Preparation: the questions to the gateway that a message needs before it may be claimed. */
package com.clinni.whatsapp.prepare;
