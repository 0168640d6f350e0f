/** A message's states, its transitions and what everybody who moves messages needs. */
package com.clinni.whatsapp.message;
