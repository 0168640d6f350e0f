/** A message is claimed, sent, and its outcome written down; what cannot be sent is handed over. */
package com.clinni.whatsapp.send;
