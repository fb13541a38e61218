# Vad som väntades, efter ”ska vara” och ”här ska stå”
shape-text = text inom citattecken
shape-flag = true eller false
shape-integer = ett heltal utan citattecken
shape-number = ett tal utan citattecken, med punkt före decimalerna
shape-money = ett belopp i hela kronor utan citattecken och mellanslag
shape-day = ett datum som 2026-09-17
shape-term = en period som "2026-t2", inom citattecken
shape-choice = ett av de ord som går att välja
shape-id = ett id av små bokstäver a–z, siffror och bindestreck
shape-case-number = ett diarienummer inom citattecken
shape-area-code = en områdeskod inom citattecken
shape-district = id:t på en stadsdel
shape-body = id:t på ett organ
shape-intervention = id:t på en insats
shape-meeting = id:t på ett möte, som 2026-09-17-styrgrupp
shape-situation = id:t på en lägesbild, som 2026-t2-ryd
shape-target-picture = id:t på en målbild, som ryd-2025
shape-action-plan = id:t på en handlingsplan, som ryd-2025
shape-agreement = id:t på en överenskommelse
shape-round = id:t på en omgång, som 2026-t3
shape-goal = ett mål, som ryd#trygga-kvallar
shape-problem = ett problem, som ryd#otrygga-gangstrak
shape-cause = en orsak, som ryd#gamla-armaturer
shape-decision = ett möte, som 2026-09-17-styrgrupp, eller ett beslut där, som 2026-09-17-styrgrupp#malbild-ryd
shape-municipal-goal = id:t på ett kommunövergripande mål
shape-own-goal = id:t på ett av stadsdelens egna mål, som trygga-kvallar
shape-own-indicator = id:t på en av stadsdelens indikatorer, som trygg-ute
shape-anything = slag och id, som district/ryd
shape-word = ett ord ur registrets egen lista
shape-readings = värden per indikator, som { "{" } vandringar = 14 { "}" }
shape-cadence = en mötesfrekvens, som { "{" } times = 3, per = "year" { "}" }
shape-words = ord med namn på varje språk, som unga = { "{" } sv = "Unga", en = "Youth" { "}" }
shape-table = flera fält inom klamrar eller under en egen rubrik
shape-list = en lista inom hakparenteser
